namespace CsDashboard.Marketplace.Returns;

/// <summary>Why something comes back.</summary>
public enum ReturnReason
{
    NoLongerNeeded,
    Defective,
    Damaged,
    WrongItem,
    NotAsDescribed,
    Other,
}
