using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers;

/// <summary>What the company calls the customer in its trade (rules.md 004); VIP is suggested by a segment, never forced (rule C16).</summary>
[Spelt(Spelling.Title)] public enum CustomerType { Regular, Premium, VIP }
