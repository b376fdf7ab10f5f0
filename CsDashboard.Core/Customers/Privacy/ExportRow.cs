namespace CsDashboard.Customers.Privacy;

/// <summary>
/// A row of a customer's data as it is handed out: names of fields (keys Field_… of <see cref="Words"/>) and their values.
/// </summary>
public sealed record ExportRow(params (string Name, object? Value)[] Fields);
