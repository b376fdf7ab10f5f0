using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

public sealed record TopCustomer(string PublicId, string Name, CustomerType Type, int Orders, decimal Value, DateTimeOffset? LastOrderAt);
