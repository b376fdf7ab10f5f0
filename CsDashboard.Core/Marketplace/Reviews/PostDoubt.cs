namespace CsDashboard.Marketplace.Reviews;

/// <summary>Why something waits for somebody of the team.</summary>
[Flags]
public enum PostDoubt
{
    None = 0,
    Link = 1,
    Email = 2,
    Phone = 4,

    /// <summary>One of many with a single star within an hour, from accounts that are new.</summary>
    Burst = 8,
}
