using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>A person's preferences, whose they are, and the language and zone that go with them.</summary>
public sealed record PreferencesView(
    Guid PersonId,
    NoticeSet Set,
    string Language,
    string TimeZone,
    bool HasPhone,
    DateTimeOffset? UpdatedAt
);
