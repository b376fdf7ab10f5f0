using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers;

/// <summary>
/// What the company calls the customer in its trade (contract: crm, Statuses and types); VIP is suggested by a segment, never forced
/// (contract C16).
/// </summary>
[Spelt(Spelling.Title)]
public enum CustomerType
{
    Regular,
    Premium,
    VIP,
}
