using System.Globalization;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Analytics;

/// <summary>Sign-ins that succeeded and failed, counted from the history itself, with links into it.</summary>
internal sealed class SignInFigures : IFigures
{
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
