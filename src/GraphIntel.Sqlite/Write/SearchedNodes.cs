using System.Text.Json;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>Derives what searches need of the nodes of a type from their stored values.</summary>
internal sealed class SearchedNodes
{
    private readonly NodeType _type;
    private readonly Statement _read;
    private readonly Statement _pack;
    private readonly Statement _unpack;
    private readonly (Statement Add, Statement Remove)[] _indexes;

    public SearchedNodes(NodeType type, StatementCache statements)
    {
        _type = type;
        _read = statements.Get(
            $"SELECT {string.Join(", ", type.Searched.Select(Names.Column).Prepend(Names.Id))} FROM {Names.Table(type)} WHERE {Names.Key} = ?1");
        _pack = statements.Get($"INSERT OR REPLACE INTO {Names.Searched(type)} VALUES (?1, ?2)");
        _unpack = statements.Get($"DELETE FROM {Names.Searched(type)} WHERE {Names.Key} = ?1");
        _indexes = [.. SearchIndex.Of(type).Select(index => (
            statements.Get($"INSERT OR REPLACE INTO {Names.Index(index)} (rowid, {Names.Keys}) VALUES (?1, ?2)"),
            statements.Get($"DELETE FROM {Names.Index(index)} WHERE rowid = ?1")))];
    }

    /// <summary>What searches need of a node, from its stored values; null if there is no such node.</summary>
    public SearchDocument? Derive(long key)
    {
        _read.Bind(1, key);
        var document = _read.Step() ? SearchDocument.Of(_type, _read.Text(0)!, [.. _type.Searched.Select(ValueOf)]) : null;
        _read.Reset();
        return document;
    }

    /// <summary>Writes what searches need of a node, if there is one.</summary>
    public void Write(long key)
    {
        if (Derive(key) is not { } document)
            return;
        if (document.Packed is { } packed)
        {
            _pack.Bind(1, key);
            _pack.BindBlob(2, packed);
            _pack.Run();
        }
        else
        {
            _unpack.Bind(1, key);
            _unpack.Run();
        }

        for (var index = 0; index < _indexes.Length; index++)
        {
            var (add, remove) = _indexes[index];
            if (document.Keys[index] is { } keys)
            {
                add.Bind(1, key);
                add.Bind(2, keys);
                add.Run();
            }
            else
            {
                remove.Bind(1, key);
                remove.Run();
            }
        }
    }

    private object? ValueOf(Property property, int index)
    {
        var text = _read.Text(1 + index);
        return text is null || !property.IsList ? text : Items(text);
    }

    /// <summary>The texts of a stored list; none if another tool wrote something else.</summary>
    private static string?[] Items(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : null)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
