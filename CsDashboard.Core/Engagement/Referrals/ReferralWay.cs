using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement;

/// <summary>How somebody came to be referred.</summary>
public enum ReferralWay { Link, Staff }
