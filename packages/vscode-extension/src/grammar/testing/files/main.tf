resource "aws_api_gateway_integration" "orders" {
  type = "AWS"

  request_templates = {
    "application/json" = <<-EOT
      #set($total = 0)
      {
        "TableName": "${aws_dynamodb_table.orders.name}",
        "body": "$util.escapeJavaScript($input.body)",
        "caller": "$${context.identity.caller}"
      }
    EOT
    "application/xml"  = "<order id=\"$input.params('id')\"/>"
  }

  uri = "no $template here"
}
