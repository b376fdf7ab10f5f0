using CsDashboard.Customers.Importing;

namespace CsDashboard.Marketplace.Importing;

/// <summary>What is wrong on a line of a file.</summary>
public sealed record ProductFault(int Line, ImportFault Fault)
{
    /// <summary>The column, as people know it.</summary>
    public string Field => ProductField.Find(Fault.Field)?.Label ?? Words.Of("ProductField_row");
}
