namespace CsDashboard.Customers.Importing;

/// <summary>A file of customers. Rows whose e-mail or outside id a customer had already are skipped.</summary>
public sealed class CustomerImport : ImportRun;
