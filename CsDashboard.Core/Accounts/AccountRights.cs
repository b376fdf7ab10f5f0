using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Accounts;

public static class AccountRights
{
    public static readonly Right ManageUsers = new("accounts.manage", Role.Admin);
    public static readonly Right ManageCompany = new("accounts.company", Role.Admin);
    public static readonly Right SeeColleagues = new("accounts.colleagues", Role.Agent, Role.Admin, Role.Service);
}
