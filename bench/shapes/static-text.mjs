const SENTENCE = "The quick brown fox jumps over the lazy dog while the 5 boxing wizards watch; nobody minds. ";
const FIELDS = ["id", "customer.name", "customer.city", "carrier", "status"];

/** 200 paragraphs of 500 characters, each followed by one field of the body. */
const paragraphs = Array.from({ length: 200 }, (_, i) => ({
  text: `${i + 1}. ${SENTENCE.repeat(6)}`.slice(0, 500),
  field: FIELDS[i % FIELDS.length],
}));

/** What a person would have typed, had they the patience: one template literal with 200 values in it. */
const fillIn = new Function(
  "order",
  `return \`${paragraphs.map(({ text, field }) => `${text}\${order.${field}}\n`).join("")}\`;`,
);

/** (e) 100 KB of static text with 200 references. */
export const staticText = {
  id: "static-text",
  title: "100 KB static text, 200 references",
  calls: 800,
  template: `#set($order = $input.path('$'))\n${paragraphs.map(({ text, field }) => `${text}$order.${field}\n`).join("")}`,
  event: {
    body: JSON.stringify({
      id: "A-1029",
      customer: { name: "Ada Lovelace", city: "London" },
      carrier: "Pigeon Post",
      status: "shipped",
    }),
    headers: {},
    querystring: {},
    path: {},
    stageVariables: {},
    context: {},
  },
  render: (event) => fillIn(JSON.parse(event.body)),
};
