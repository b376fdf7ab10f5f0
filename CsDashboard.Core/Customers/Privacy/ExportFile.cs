namespace CsDashboard.Customers.Privacy;

/// <summary>A file of a customer: its name for people and where its bytes lie.</summary>
public sealed record ExportFile(Guid Id, string Name, string Key)
{
    /// <summary>Its place in the archive.</summary>
    public string Path => $"files/{Id:N}-{Name}";
}
