namespace CsDashboard.Customers.Privacy;

/// <summary>Who is handed a field when the data of a customer is asked for.</summary>
public enum ExportedData
{
    ToNobody,
    ToStaff,
    ToAll,
}
