// c-ares for Swift: nothing variadic here; the headers a channel and its sockets need.
#pragma once
#include <ares.h>
#include <ares_dns.h>
#include <arpa/inet.h>
#include <netdb.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
