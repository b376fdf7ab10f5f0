using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Referrals;

/// <summary>Held: the first order came, or came back, and an agent is to look at it.</summary>
public enum ReferralStatus
{
    Pending,
    Held,
    Completed,
    Declined,
}
