namespace CsDashboard.Analytics.Behaviour;

/// <summary>How far what is told of visits is believed. What is claimed is shown, and never in a sum of money.</summary>
public enum Trust
{
    /// <summary>Anybody said so.</summary>
    Claimed,

    /// <summary>Staff or a program with the company's key said so.</summary>
    Told,

    /// <summary>It is in the company's own books.</summary>
    Proven,
}
