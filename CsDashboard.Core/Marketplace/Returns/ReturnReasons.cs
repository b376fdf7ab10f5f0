namespace CsDashboard.Marketplace.Returns;

/// <summary>What follows from a reason.</summary>
public static class ReturnReasons
{
    /// <summary>The company's fault: what sending cost can go back, too.</summary>
    public static bool IsOurs(this ReturnReason reason) =>
        reason is ReturnReason.Defective or ReturnReason.Damaged or ReturnReason.WrongItem or ReturnReason.NotAsDescribed;

    /// <summary>Nobody would buy it, unless somebody looks and says otherwise.</summary>
    public static bool IsSpoilt(this ReturnReason reason) => reason is ReturnReason.Defective or ReturnReason.Damaged;

    /// <summary>A reason by its word; any other text is <see cref="ReturnReason.Other"/>, and told apart from nothing.</summary>
    internal static ReturnReason? Read(string? word) =>
        string.IsNullOrWhiteSpace(word) ? null : Word.TryRead<ReturnReason>(word.Trim()) ?? ReturnReason.Other;
}
