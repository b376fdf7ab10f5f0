using CsDashboard.Customers;

namespace CsDashboard.Marketplace.Carts;

/// <summary>Whose cart it is: a customer's, or that of a visitor whom a signed cookie names.</summary>
public sealed record CartOwner
{
    private CartOwner(Guid id, bool isGuest) => (Id, IsGuest) = (id, isGuest);

    public Guid Id { get; }
    public bool IsGuest { get; }
    public Guid? CustomerId => IsGuest ? null : Id;

    public static CartOwner Customer(Guid id) => new(id, isGuest: false);

    public static CartOwner Guest(Guid id) => new(id, isGuest: true);

    /// <summary>Customers their own, staff any of the company's; a guest is known by the cookie that the caller has read.</summary>
    internal void Demand(Actor actor, Right right)
    {
        actor.DemandSecondFactor();
        if (!IsGuest)
            actor.DemandFor(Id, right);
    }
}
