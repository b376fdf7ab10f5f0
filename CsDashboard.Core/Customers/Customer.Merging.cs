using CsDashboard.Customers.Merging;

namespace CsDashboard.Customers;

public sealed partial class Customer
{
    /// <summary>
    /// The record that took this one over. This one stays and leads there: none of its names is ever given to anybody else.
    /// </summary>
    public Guid? MergedInto { get; private set; }

    // Derived, and stored for look-ups alone: the stored value is never read back.
    public string MailKey
    {
        get => MatchKeys.OfEmail(NormalizedEmail);
        private set { }
    }
    public string? PhoneKey
    {
        get => Phones.Key(Phone);
        private set { }
    }
    public string? NameKey
    {
        get => MatchKeys.OfName(Name);
        private set { }
    }

    internal void LeadTo(Guid winner) => MergedInto = winner;

    internal void StandAlone() => MergedInto = null;
}
