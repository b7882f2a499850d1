const items = Array.from({ length: 25 }, (_, i) => ({
  id: { S: `order-${1000 + i}` },
  customer: { S: `customer-${(i * 37) % 100}` },
  status: { S: i % 3 === 0 ? "SHIPPED" : "OPEN" },
  total: { N: String(995 + i * 125) },
  updatedAt: { S: `2024-05-${String(i + 1).padStart(2, "0")}T08:30:00Z` },
}));

/** (b) A DynamoDB query's 25 items become a plain list; the body has 4 KB. */
export const itemList = {
  id: "item-list",
  title: "25-item list over a 4 KB body",
  calls: 500,
  template: `#set($root = $input.path('$'))
{
  "count": $root.Count,
  "orders": [
#foreach($item in $root.Items)
    {
      "id": "$item.id.S",
      "customer": "$item.customer.S",
      "status": "$item.status.S",
      "total": $item.total.N,
      "updatedAt": "$item.updatedAt.S"
    }#if($foreach.hasNext),#end

#end
  ]
}`,
  event: {
    body: JSON.stringify({ Count: items.length, Items: items, ScannedCount: items.length }),
    headers: {},
    querystring: {},
    path: {},
    stageVariables: {},
    context: {},
  },
  render(event) {
    const root = JSON.parse(event.body);
    let text = `{
  "count": ${root.Count},
  "orders": [
`;
    const last = root.Items.length - 1;
    for (const [i, item] of root.Items.entries()) {
      text += `    {
      "id": "${item.id.S}",
      "customer": "${item.customer.S}",
      "status": "${item.status.S}",
      "total": ${item.total.N},
      "updatedAt": "${item.updatedAt.S}"
    }${i < last ? "," : ""}
`;
    }
    return `${text}  ]
}`;
  },
};
