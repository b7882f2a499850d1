import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Prints the methods that Velocity 1.7 finds on the values that a template can reach, a line each: the table of ours that
 * has them, a tabulator, and name(parameter types) with erased simple names. As Velocity's ClassMap it takes the public
 * methods of public classes and interfaces only, so that those of a view are those of the interfaces it implements.
 */
public class Signatures {
  public static void main(String[] args) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<Object> list = new ArrayList<>(Arrays.asList("a", "b"));
    Map<String, Object> map = new LinkedHashMap<>(Map.of("a", 1));
    values.put("String", "");
    values.put("Integer", 1);
    values.put("Long", 1L);
    values.put("Short", (short) 1);
    values.put("Byte", (byte) 1);
    values.put("Double", 1.0);
    values.put("Float", 1f);
    values.put("BigInteger", BigInteger.ONE);
    values.put("BigDecimal", BigDecimal.ONE);
    values.put("Boolean", true);
    values.put("Character", 'a');
    values.put("ArrayList", list);
    values.put("SubList", list.subList(0, 1));
    values.put("LinkedHashMap", map);
    values.put("KeySet", map.keySet());
    values.put("Values", map.values());
    values.put("EntrySet", map.entrySet());
    values.put("Entry", map.entrySet().iterator().next());
    values.put("Iterator", list.iterator());
    values.put("ListIterator", list.listIterator());
    values.forEach((name, value) -> {
      TreeSet<String> found = new TreeSet<>();
      for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) collect(type, found);
      for (String signature : found) System.out.println(name + "\t" + signature);
    });
  }

  private static void collect(Class<?> type, TreeSet<String> found) {
    if (Modifier.isPublic(type.getModifiers())) {
      for (Method method : type.getMethods()) {
        if (!Modifier.isPublic(method.getDeclaringClass().getModifiers()) || method.getDeclaringClass() == Object.class) continue;
        String types = Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(","));
        found.add(method.getName() + "(" + types + ")");
      }
    }
    for (Class<?> implemented : type.getInterfaces()) collect(implemented, found);
  }
}
