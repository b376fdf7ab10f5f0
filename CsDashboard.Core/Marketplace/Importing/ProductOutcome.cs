namespace CsDashboard.Marketplace.Importing;

/// <summary>What becomes of rows that mean a product.</summary>
public enum ProductOutcome
{
    New,
    Changed,

    /// <summary>They say what is so already.</summary>
    Same,

    /// <summary>Left out: something in them can't be understood, or isn't allowed.</summary>
    Faulty,
}
