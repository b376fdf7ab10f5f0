namespace CsDashboard.Tests.Customers;

/// <summary>A text of a row, no other having the same, and the key by which the row leads to the customer.</summary>
internal sealed record MarkedText(string Table, string Column, string Key, string Said)
{
    public string[] Names => [$"{Table}.{Column}", $"{Table}.{Column}_by_{Key}"];
}
