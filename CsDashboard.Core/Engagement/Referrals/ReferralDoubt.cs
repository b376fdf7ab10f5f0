using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Referrals;

/// <summary>Why a referral waits for an agent.</summary>
public enum ReferralDoubt
{
    /// <summary>Registered in the referrer's browser.</summary>
    SameDevice,

    /// <summary>Both signed in from one address.</summary>
    SameAddress,

    /// <summary>An address of a disposable mail service.</summary>
    DisposableMail,

    /// <summary>The order went back, or is about to.</summary>
    OrderReturned,

    /// <summary>They had bought before they were referred.</summary>
    BoughtBefore,
}
