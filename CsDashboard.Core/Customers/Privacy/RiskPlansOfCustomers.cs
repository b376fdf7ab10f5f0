using System.Text.Json;
using CsDashboard.Customers.Trading;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

internal sealed class RiskPlansOfCustomers() : PersonalRows<RiskPlan>("riskplans", ErasureAction.Erase, ErasureAction.Keep)
{
    public override bool IsTold => false;

    protected override IQueryable<RiskPlan> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.RiskPlans.Where(p => records.Contains(p.CustomerId));

    // There is one for each record: the winner's own stays, and the loser's waits with the loser.
    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        if (await db.RiskPlans.AnyAsync(p => p.CustomerId == to))
            return [];
        return await db.RiskPlans.Where(p => p.CustomerId == from).ExecuteUpdateAsync(set => set.SetProperty(p => p.CustomerId, to)) > 0
            ? [from]
            : [];
    }

    protected override IQueryable<RiskPlan> Handed(IQueryable<RiskPlan> rows, bool own) => rows;

    protected override ExportRow RowOf(AppDb db, RiskPlan p, bool own) =>
        new(
            ("At", p.UpdatedAt),
            (
                "Limits",
                string.Join("\n", JsonSerializer.Deserialize<Dictionary<string, object>>(p.LimitText)!.Select(l => $"{l.Key}: {l.Value}"))
            )
        );
}
