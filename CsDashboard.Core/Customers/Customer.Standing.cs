namespace CsDashboard.Customers;

public sealed partial class Customer
{
    public CustomerStatus Status { get; private set; }
    public CustomerType Type { get; private set; }

    /// <summary>One of <see cref="Tiers"/>; what it opens is each room's own setting (contract C16).</summary>
    public string MembershipTier { get; set; } = Tiers.Standard;

    /// <summary>The tier requested by somebody who may not assign one, until somebody who may has decided.</summary>
    public string? WishedTier { get; set; }

    /// <summary>Since when the customer counts as deleted; the record stays (contract C4).</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Since when nothing of the person is kept; what is left is a number.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Remembers the tier that was wished for; the current one is not a wish.</summary>
    public void Wish(string? tier) => WishedTier = tier == MembershipTier ? null : tier;

    public bool MaySignIn => Status == CustomerStatus.Active;

    /// <summary>
    /// Every move is allowed (contract: crm, Statuses and types), except for a customer who was erased: a Conflict. False when it was that
    /// already. A customer who becomes active again no longer counts as deleted.
    /// </summary>
    public bool MoveTo(CustomerStatus status)
    {
        if (Status == status)
            return false;
        if (ErasedAt is not null)
            throw Refusal.Conflict(Words.Of("Customer_IsErased"), "erased");
        Status = status;
        if (status == CustomerStatus.Active)
            RemovedAt = null;
        return true;
    }

    public bool Call(CustomerType type)
    {
        if (Type == type)
            return false;
        Type = type;
        return true;
    }

    /// <summary>Inactive and marked as deleted. False when it was before.</summary>
    public bool Remove(DateTimeOffset now)
    {
        if (RemovedAt is not null)
            return false;
        (Status, RemovedAt) = (CustomerStatus.Inactive, now);
        return true;
    }
}
