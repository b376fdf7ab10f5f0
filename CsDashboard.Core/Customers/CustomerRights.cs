using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers;

public static class CustomerRights
{
    public static readonly Right See = new("customers.see", Role.Agent, Role.Admin, Role.Service);
    public static readonly Right Add = new("customers.add", Role.Agent, Role.Admin, Role.Service);

    /// <summary>Profile, account, questionnaire, risk plan, notes.</summary>
    public static readonly Right Change = new("customers.change", Role.Agent, Role.Admin, Role.Service);

    /// <summary>Status, type and deleting.</summary>
    public static readonly Right SetStanding = new("customers.standing", Role.Admin);
    public static readonly Right SetTier = new("customers.tier", Role.Admin, Role.Service);

    /// <summary>Merging two records, and undoing it: this decides what an account opens.</summary>
    public static readonly Right Merge = new("customers.merge", Role.Admin);
    public static readonly Right Erase = new("customers.erase", Role.Admin);
    public static readonly Right SeeFigures = new("customers.figures", Role.Admin);

    /// <summary>Many customers at once: importing, exporting, and taking an import back.</summary>
    public static readonly Right Import = new("customers.import", Role.Admin);
    public static readonly Right Export = new("customers.export", Role.Admin);

    /// <summary>What another program says of a customer: records, figures.</summary>
    public static readonly Right Report = new("customers.report", Role.Service);

    /// <summary>Customers may act on their own record and find nobody else's; others need the right.</summary>
    internal static void DemandFor(this Actor actor, Guid customerId, Right right)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(right);
        else if (actor.DemandCustomer() != customerId)
            throw Refusal.NotFound();
    }
}
