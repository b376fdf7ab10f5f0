using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Web.Marketplace;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

/// <summary>A customer as the service that registers people gives one (contract: crm, Validation).</summary>
public sealed class OutsideCustomer
{
    [Text(100)]
    public string? UserId { get; set; }
    public string? Email { get; set; }

    [Line(100, Min = 2)]
    public string? FullName { get; set; }

    [Text(20, Min = 10)]
    public string? ContactNumber { get; set; }

    internal NewCustomer New =>
        new()
        {
            OutsideId = UserId,
            Name = FullName,
            Email = Email,
            Phone = ContactNumber,
        };
}
