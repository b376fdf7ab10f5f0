using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers;

[Spelt(Spelling.Title)]
public enum CustomerStatus
{
    Active,
    Inactive,
    Suspended,
}
