using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>
/// What points are earned by. A word here needs its events in <see cref="EarningOccasion"/>; a birthday's points come with its reward.
/// </summary>
public enum EarnOn
{
    Order,
    Referral,
    Referred,
    Review,
    Feedback,
    SignUp,
}
