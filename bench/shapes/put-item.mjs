/** (a) What most integrations do: a few fields of a small body become a DynamoDB PutItem. */
export const putItem = {
  id: "put-item",
  title: "small DynamoDB PutItem",
  calls: 13_000,
  template: `#set($order = $input.path('$'))
{
  "TableName": "$stageVariables.table",
  "Item": {
    "id": {"S": "$context.requestId"},
    "customer": {"S": "$order.customer.id"},
    "email": {"S": "$order.customer.email"},
    "total": {"N": "$order.total"},
    "note": {"S": "$util.escapeJavaScript($order.note)"}
  }
}`,
  event: {
    body: JSON.stringify({
      customer: { id: "c-1042", email: "ada@example.com" },
      total: 1250,
      note: "Leave it at the back door",
    }),
    headers: {},
    querystring: {},
    path: {},
    stageVariables: { table: "Orders" },
    context: { requestId: "7b1c2a54-0f6e-4c55-9d5e-3a1a8b6f0c11" },
  },
  render(event, escapeJavaScript) {
    const order = JSON.parse(event.body);
    return `{
  "TableName": "${event.stageVariables.table}",
  "Item": {
    "id": {"S": "${event.context.requestId}"},
    "customer": {"S": "${order.customer.id}"},
    "email": {"S": "${order.customer.email}"},
    "total": {"N": "${order.total}"},
    "note": {"S": "${escapeJavaScript(order.note)}"}
  }
}`;
  },
};
