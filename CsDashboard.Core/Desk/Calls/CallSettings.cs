namespace CsDashboard.Desk.Calls;

/// <summary>How customers choose a time for a call, within the business hours of the company.</summary>
/// <param name="Minutes">How long a call takes; 10 to 120.</param>
/// <param name="Gap">Minutes between two calls of one person; 0 to 60.</param>
/// <param name="Notice">Minutes that lie between the choice and the call at least; 0 to a week.</param>
/// <param name="DaysAhead">How far ahead a time is offered; 1 to 60.</param>
/// <param name="Takers">Who takes calls; none given stands for all of the staff.</param>
public sealed record CallSettings(int Minutes, int Gap, int Notice, int DaysAhead, IReadOnlyList<Guid>? Takers)
{
    public const int LeastMinutes = 10,
        MostMinutes = 120,
        MostGap = 60,
        MostNotice = 7 * 24 * 60,
        MostDays = 60;

    public static readonly CallSettings Usual = new(30, 0, 60, 14, null);

    /// <summary>From the beginning of a time to that of the next one.</summary>
    public TimeSpan Step => TimeSpan.FromMinutes(Minutes + Gap);
    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);
}
