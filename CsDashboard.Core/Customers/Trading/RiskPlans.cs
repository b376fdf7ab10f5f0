using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Trading;

/// <summary>The limits that customers trade by. A customer sets their own, staff anybody's of the company.</summary>
public sealed class RiskPlans(Store store)
{
    /// <summary>The plan, or the one that the assessment suggests.</summary>
    public async Task<RiskPlanView> Get(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, CustomerRights.See);
        await using var db = store.Open(actor);
        await CustomerRecords.Find(db, customerId);
        return await Of(db, customerId, await Questionnaires.Newest(db, customerId));
    }

    /// <summary>Invalid for a limit beyond its range. Safe to repeat.</summary>
    public async Task<RiskPlanView> Set(Actor actor, Guid customerId, RiskLimits limits)
    {
        actor.DemandFor(customerId, CustomerRights.Change);
        limits.CheckedLimits();
        return await store.Write(
            actor,
            async db =>
            {
                var customer = await CustomerRecords.Find(db, customerId);
                var plan = await db.RiskPlans.SingleOrDefaultAsync(p => p.CustomerId == customerId);
                var before = plan is null ? null : Read(plan);
                if (plan is null)
                    db.RiskPlans.Add(plan = new RiskPlan { CustomerId = customerId, CreatedAt = actor.Now });
                if (before != limits)
                {
                    (plan.LimitText, plan.UpdatedAt) = (JsonSerializer.Serialize(limits, StoredEvent.Json), actor.Now);
                    customer.Touch(actor);
                    db.Record(new RiskPlanChanged(customerId, customer.Name, before, limits));
                }
                return new RiskPlanView(limits, false, plan.CreatedAt, plan.UpdatedAt);
            }
        );
    }

    internal static async Task<RiskPlanView> Of(AppDb db, Guid customerId, Questionnaire? questionnaire)
    {
        var plan = await db.RiskPlans.AsNoTracking().SingleOrDefaultAsync(p => p.CustomerId == customerId);
        return plan is null
            ? new RiskPlanView(RiskLimits.Of(questionnaire?.Assessment.Level ?? "Balanced"), true, null, null)
            : new RiskPlanView(Read(plan), false, plan.CreatedAt, plan.UpdatedAt);
    }

    private static RiskLimits Read(RiskPlan plan) => JsonSerializer.Deserialize<RiskLimits>(plan.LimitText, StoredEvent.Json)!;
}
