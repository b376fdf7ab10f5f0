using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>What rewards are for (contract: membership, Rewards).</summary>
public enum RewardKind
{
    Birthday,
    Anniversary,
    Holiday,
    Milestone,
}
