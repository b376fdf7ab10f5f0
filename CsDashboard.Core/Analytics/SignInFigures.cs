using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Security;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Analytics;

/// <summary>What people work on for the safety of accounts; sign-ins that succeeded and failed, counted from the history itself.</summary>
internal sealed class SignInFigures : IFigures
{
    public string Room => "security";

    public async Task<IReadOnlyList<FigureGroup>> Read(AppDb db, FigurePeriod period)
    {
        Task<int> Count(string action, DateTimeOffset from, DateTimeOffset to) =>
            db.Events.CountAsync(e => e.Action == action && e.At >= from && e.At < to);
        async Task<Figure> Of(string name, string action, bool chart = false) =>
            new(name, FigureUnit.Count, await Count(action, period.From, period.To))
            {
                Series = chart ? await period.Series((from, to) => Count(action, from, to)) : [],
            };
        return
        [
            new FigureGroup(
                "cases",
                [
                    Figure.Waiting("alerts_open", await db.SecurityAlerts.CountAsync(a => a.State == CaseState.Open)),
                    Figure.Waiting("reports_open", await db.SuspiciousReports.CountAsync(r => r.State == CaseState.Open)),
                ]
            ),
            new FigureGroup(
                "sign_ins",
                [
                    await Of("sign_ins", "LOGIN", chart: true),
                    await Of("sign_ins_failed", "LOGIN_FAILED"),
                    await Of("lock_outs", "ACCOUNT_LOCKED"),
                ]
            ),
        ];
    }
}
