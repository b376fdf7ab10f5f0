using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Merging;

public sealed class MergeInput
{
    /// <summary>The other record, by any of its names.</summary>
    [Text(100)]
    public string? With { get; set; }

    /// <summary>Names of fields whose value is taken from the other record; without it, those that are empty here.</summary>
    public IReadOnlyList<string>? Take { get; set; }

    /// <summary>Both have accounts, and the other one shall open this record from now on.</summary>
    public bool BothAccounts { get; set; }
}
