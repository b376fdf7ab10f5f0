using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement;

public enum EntryKind { Earned, Redeemed, Expired, Bonus, Reversed }
