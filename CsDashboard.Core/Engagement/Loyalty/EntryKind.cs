using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Loyalty;

public enum EntryKind
{
    Earned,
    Redeemed,
    Expired,
    Bonus,
    Reversed,
}
