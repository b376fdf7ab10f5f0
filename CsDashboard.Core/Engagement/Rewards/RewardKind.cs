using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>What rewards are for (rules.md 002).</summary>
public enum RewardKind { Birthday, Anniversary, Holiday, Milestone }
