using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CsDashboard.Tests.Harness;

public enum SmtpMood
{
    Friendly,

    /// <summary>Answers 451 to the mail: try again later.</summary>
    Busy,

    /// <summary>Answers 550 to the recipient: never.</summary>
    Refusing,

    /// <summary>Takes the connection and says nothing.</summary>
    Hanging,

    /// <summary>Closes the connection in the middle of DATA.</summary>
    Dropping,
}
