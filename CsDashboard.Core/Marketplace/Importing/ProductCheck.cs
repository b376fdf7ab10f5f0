namespace CsDashboard.Marketplace.Importing;

/// <summary>What importing a file would do, in rows, and the first few things that are wrong with it.</summary>
public sealed record ProductCheck(int New, int Changed, int Same, int Faulty, IReadOnlyList<ProductFault> Faults)
{
    public int Good => New + Changed;
}
