using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CsDashboard.Notifications;

/// <summary>The address is bad, or the server refused mail for it permanently.</summary>
public sealed class DeliveryRefused(string message, Exception? inner = null) : Exception(message, inner);
