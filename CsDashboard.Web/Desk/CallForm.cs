using CsDashboard.Desk.Calls;

namespace CsDashboard.Web.Desk;

/// <summary>The settings of calls as a form.</summary>
internal sealed class CallForm
{
    public int Minutes { get; set; }
    public int Gap { get; set; }
    public int Notice { get; set; }
    public int DaysAhead { get; set; }

    /// <summary>All of the staff, whoever comes and goes.</summary>
    public bool Everybody { get; set; }
    public HashSet<Guid> Takers { get; } = [];

    public static CallForm Of(CallSettings settings)
    {
        var form = new CallForm
        {
            Minutes = settings.Minutes,
            Gap = settings.Gap,
            Notice = settings.Notice,
            DaysAhead = settings.DaysAhead,
            Everybody = settings.Takers is null,
        };
        form.Takers.UnionWith(settings.Takers ?? []);
        return form;
    }

    public CallSettings Read() => new(Minutes, Gap, Notice, DaysAhead, Everybody ? null : [.. Takers]);
}
