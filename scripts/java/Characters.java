import java.io.PrintStream;

/**
 * Prints what a JVM knows of characters and JavaScript does not, a line for each code point of which it knows anything:
 * the code point in hexadecimal digits, its name, its directionality and its numeric value, with tabulators between them.
 */
public class Characters {
  public static void main(String[] args) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      String name = Character.getName(point);
      if (name == null) continue;
      text.append(Integer.toHexString(point)).append('\t').append(name);
      text.append('\t').append(Character.getDirectionality(point)).append('\t').append(Character.getNumericValue(point));
      text.append('\n');
    }
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    out.print(text);
    out.flush();
  }
}
