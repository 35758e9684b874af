using System.Buffers.Binary;
using System.Net;

namespace GraphIntel.Server.Transport;

/// <summary>
/// Identifies a client for limits: an IPv4 address, or the /64 network of an IPv6 address, because one host usually has a whole
/// /64. Link-local addresses all share one /64, so the whole address identifies the client.
/// </summary>
internal readonly record struct ClientKey
{
    private const ulong IPv4 = ulong.MaxValue;

    private readonly ulong _network;
    private readonly ulong _host;

    private ClientKey(ulong network, ulong host, bool isLocal) => (_network, _host, IsLocal) = (network, host, isLocal);

    /// <summary>Whether the client is on the server's machine.</summary>
    public bool IsLocal { get; }

    /// <summary>The key of an address; null is a connection within the process.</summary>
    public static ClientKey Of(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
            return new ClientKey(0, 0, isLocal: true);
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        if (length == 4)
            return new ClientKey(IPv4, BinaryPrimitives.ReadUInt32BigEndian(bytes), isLocal: false);
        if (address.IsIPv4MappedToIPv6)
            return new ClientKey(IPv4, BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]), isLocal: bytes[12] == 127);
        var network = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        return new ClientKey(network, address.IsIPv6LinkLocal ? BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) : 0, isLocal: false);
    }
}
