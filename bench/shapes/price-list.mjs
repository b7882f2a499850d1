const products = Array.from({ length: 250 }, (_, i) => ({
  sku: `SKU-${10000 + i * 7}`,
  name: `Article ${i + 1}`,
  kind: ["book", "food", "tool"][i % 3],
  stock: (i * 13) % 40,
  prices: [500 + i, 450 + i, i % 5 === 0 ? 0 : 700 + i * 2, 820 + i],
}));

/**
 * (d) 1,000 rows with nested branches, sums and interpolated strings, 64 KB out.
 *
 * 250 products with 4 prices each rather than 1,000 objects, because the reference engine refuses a body of more than
 * about 400 objects.
 */
export const priceList = {
  id: "price-list",
  title: "1,000 rows, branches, sums, strings",
  calls: 30,
  template: `#set($count = 0)
#set($total = 0)
#set($soldOut = 0)
{"rows":[
#foreach($product in $input.path('$.products'))
#foreach($price in $product.prices)
#set($count = $count + 1)
#set($key = "\${product.sku}-$foreach.count")
#if($price == 0)
#set($label = "not for sale")
#else
#if($product.stock > 0)
#set($total = $total + $price * $product.stock)
#if($product.kind == "book")
#set($label = "book $product.name")
#elseif($product.kind == "food" && $product.stock < 10)
#set($label = "last $product.name")
#else
#set($label = "$product.name ($product.stock)")
#end
#else
#set($soldOut = $soldOut + 1)
#set($label = "sold out")
#end
#end
#if($count > 1),#end{"key":"$key","label":"$label","price":$price,"sum":$total}
#end
#end
],"count":$count,"soldOut":$soldOut,"total":$total}
`,
  event: {
    body: JSON.stringify({ products }),
    headers: {},
    querystring: {},
    path: {},
    stageVariables: {},
    context: {},
  },
  render(event) {
    let count = 0;
    let total = 0;
    let soldOut = 0;
    let rows = "";
    for (const product of JSON.parse(event.body).products) {
      for (const [i, price] of product.prices.entries()) {
        count++;
        let label;
        if (price === 0) {
          label = "not for sale";
        } else if (product.stock > 0) {
          total += price * product.stock;
          if (product.kind === "book") label = `book ${product.name}`;
          else if (product.kind === "food" && product.stock < 10) label = `last ${product.name}`;
          else label = `${product.name} (${product.stock})`;
        } else {
          soldOut++;
          label = "sold out";
        }
        if (count > 1) rows += ",";
        rows += `{"key":"${product.sku}-${i + 1}","label":"${label}","price":${price},"sum":${total}}\n`;
      }
    }
    return `{"rows":[
${rows}],"count":${count},"soldOut":${soldOut},"total":${total}}
`;
  },
};
