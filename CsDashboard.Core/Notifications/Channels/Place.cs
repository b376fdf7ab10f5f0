namespace CsDashboard.Notifications.Channels;

/// <summary>Where a channel finds somebody: the address, if it needs one, and whether anything can go there.</summary>
internal sealed record Place(string? Address, bool IsGood)
{
    public static readonly Place Inside = new(null, true);

    /// <summary>
    /// An address as the record has it, which may be older than the rules for it, and as it was read; null when it was read as none.
    /// </summary>
    public static Place Of(string kept, string? read) => new(Notices.OneLine(read ?? kept), read is not null);
}
