using CsDashboard.Customers.Importing;

namespace CsDashboard.Marketplace.Importing;

/// <summary>
/// A file of products, and how far its rows have come. Rows of new products are added, those of products that say something else now
/// change, and those that say the same are skipped.
/// </summary>
public sealed class ProductImport : ImportRun
{
    /// <summary>Rows of products that were there and are different now.</summary>
    public int Changed { get; private set; }

    protected override int Done => Added + Changed;

    internal void CountRows(int added, int changed, int same, int failed)
    {
        Changed += changed;
        Count(added, same, failed, changed);
    }
}
