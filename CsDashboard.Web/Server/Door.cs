using CsDashboard.Foundation;
using CsDashboard.Web.Identity;

namespace CsDashboard.Web.Server;

/// <summary>The doors at which calls are counted, each by itself, so that reading a page does not use up what the API allows.</summary>
public enum Door
{
    /// <summary>
    /// /api and /hooks, by the settings (contract: crm, Rate limit; contract C22). Hooks are called by strangers: guessing tokens must be
    /// slow.
    /// </summary>
    Api,

    /// <summary>What forms of pages send: sign-in, registration, set-up, passwords. Expensive, since passwords are hashed.</summary>
    Forms,

    /// <summary>Reading pages, referral links, and addresses that don't exist.</summary>
    Pages,

    /// <summary>The description of the API.</summary>
    Docs,

    /// <summary>Small calls of our own pages under /app.</summary>
    Own,

    /// <summary>
    /// The connections of open pages and hubs: asking for one, opening one, and each call of those that have no WebSocket.
    /// </summary>
    Live,
}
