namespace CsDashboard.Foundation.Storage.Migrations;

/// <summary>
/// What becomes of orders from before there were rates: a company's currency is the one that most of its orders are in, and those are worth what they came to. Orders in
/// others are told apart until there is a rate. For both databases.
/// </summary>
internal static class OldOrders
{
    public const string Reckon = """
        UPDATE "Tenants" SET "Currency" = COALESCE((SELECT o."Currency" FROM "Orders" o WHERE o."TenantId" = "Tenants"."Id" GROUP BY o."Currency" ORDER BY COUNT(*) DESC, o."Currency" LIMIT 1), 'USD');
        UPDATE "Orders" SET "Rate" = 10000000000, "Value" = "Total", "CountsIn" = "Currency" WHERE "Currency" = (SELECT t."Currency" FROM "Tenants" t WHERE t."Id" = "Orders"."TenantId");
        UPDATE "Customers" SET "TotalOrderValue" = COALESCE((SELECT SUM(o."Value") FROM "Orders" o WHERE o."CustomerId" = "Customers"."Id" AND o."Status" NOT IN ('Cancelled', 'Returned')), 0)
            WHERE NOT "OrdersReported" AND "Id" IN (SELECT o."CustomerId" FROM "Orders" o WHERE o."Value" IS NULL);
        """;
}
