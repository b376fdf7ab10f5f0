using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Referrals;

/// <summary>Why a referral waits for an agent.</summary>
public enum ReferralDoubt
{
    /// <summary>Registered in the browser of who referred them.</summary>
    SameDevice,
    /// <summary>Both signed in from one address.</summary>
    SameAddress,
    /// <summary>An address of a service that throws mail away.</summary>
    DisposableMail,
    /// <summary>The order went back, or is about to.</summary>
    OrderReturned,
    /// <summary>They had bought before they were referred.</summary>
    BoughtBefore,
}
