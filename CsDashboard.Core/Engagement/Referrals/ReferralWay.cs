using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Referrals;

/// <summary>How somebody came to be referred.</summary>
public enum ReferralWay
{
    Link,
    Staff,
}
