namespace CsDashboard.Engagement.Loyalty;

/// <summary>What a day of UTC has in the ledger, of one kind.</summary>
internal sealed record DaySum(long Day, EntryKind Kind, long Points);
